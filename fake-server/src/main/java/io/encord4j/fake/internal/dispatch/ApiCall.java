package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.internal.http.IncomingRequest;
import io.encord4j.fake.internal.platform.Actor;
import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.storage.ObjectUrls;
import java.util.function.Consumer;
import okio.ByteString;

/**
 * A call by somebody whom the platform knows. Whether the body is JSON, the operation exists and the caller may do it is
 * for the service to judge, in the order that the protocol gives.
 *
 * @param request what was received
 * @param body the whole body
 * @param world the world of the caller
 * @param actor the caller
 * @param links makes signed URLs for the answer
 * @param remarks takes what the caller should know and the answer has no room for; the journal shows it
 */
public record ApiCall(
        IncomingRequest request,
        ByteString body,
        World world,
        Actor actor,
        ObjectUrls links,
        Consumer<String> remarks) {}
