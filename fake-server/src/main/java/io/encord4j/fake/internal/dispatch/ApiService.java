package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.Choices;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.IncomingRequest;
import io.encord4j.fake.internal.platform.RefusedException;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** One of the two interfaces of the platform, RPC or REST: its operations and its words for errors. */
public interface ApiService {

    /**
     * Names the operation that a request asks for, as far as it can be told without judging the request.
     *
     * @param body what was read of its body, from the beginning
     * @return the operation, or null if there is no such operation or it does not show yet
     */
    @Nullable
    RequestedOperation operation(IncomingRequest request, ByteString body);

    /**
     * Answers a call.
     *
     * @return the answer, or what it has to wait for
     * @throws io.encord4j.fake.internal.platform.RefusedException if the platform refuses; {@link #refused} words it
     */
    Reply answer(ApiCall call);

    /**
     * Words a refusal.
     *
     * @param refusal what the platform says
     * @param request the request, whose generation decides about the words
     * @param choices the choices of the world
     * @return the answer
     */
    Answer refused(RefusedException refusal, IncomingRequest request, Choices choices);

    /**
     * Words an error that a fault asks for.
     *
     * @param token the RPC token of the error
     * @param payload the detail, or null
     * @param choices the choices of the world
     * @return the answer
     */
    Answer error(String token, @Nullable String payload, Choices choices);

    /**
     * Words the refusal of a body that is too large to be read.
     *
     * @param limit the number of bytes that would be read
     * @param choices the choices of the world
     * @return the answer
     */
    Answer tooLarge(long limit, Choices choices);
}
