package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.internal.auth.Authentication;
import okio.ByteString;

/** What a request proves about its sender, given the body. Without the body, signatures are claims only. */
interface Credential {

    Authentication of(ByteString body);
}
