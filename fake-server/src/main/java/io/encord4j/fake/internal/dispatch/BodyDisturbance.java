package io.encord4j.fake.internal.dispatch;

import java.io.InputStream;

/** The faults that strike within the body of one request. */
interface BodyDisturbance {

    /** Puts them into the rest of a body. An answer leaves as an {@link EarlyAnswerException}. */
    InputStream around(InputStream body, long alreadyRead);
}
