package io.encord4j.fake.internal.storage;

import io.encord4j.fake.internal.platform.World;
import java.time.Instant;

/** Makes the signed URLs that one answer holds: with the host that the client used, and the world's time and choices. */
public final class ObjectUrls {

    private final UrlSigner urls;
    private final World world;
    private final String baseUrl;

    /**
     * Makes links for one request.
     *
     * @param urls what signs
     * @param world the world of the objects
     * @param baseUrl scheme, host and port for the client, without a trailing slash
     */
    public ObjectUrls(UrlSigner urls, World world, String baseUrl) {
        this.urls = urls;
        this.world = world;
        this.baseUrl = baseUrl;
    }

    /**
     * Makes a URL to send bytes to.
     *
     * @param objectKey names the object
     * @return the absolute URL
     */
    public String forUpload(String objectKey) {
        return link(StorageMethod.PUT, objectKey);
    }

    /**
     * Makes a URL to fetch bytes from.
     *
     * @param objectKey names the object
     * @return the absolute URL
     */
    public String forDownload(String objectKey) {
        return link(StorageMethod.GET, objectKey);
    }

    private String link(StorageMethod method, String objectKey) {
        Instant expires = world.clock().instant().plus(world.observe().choices().signedUrlLife());
        return baseUrl + urls.sign(method, world.id(), objectKey, expires);
    }
}
