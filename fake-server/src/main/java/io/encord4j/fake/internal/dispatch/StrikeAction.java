package io.encord4j.fake.internal.dispatch;

import java.io.IOException;

/** What happens at a byte of a body. */
interface StrikeAction {
    void run() throws IOException;
}
