package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.Moshi;
import io.encord4j.fake.wire.api.WireOperation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The dispatch table: one handler per operation. */
final class RpcTable {

    private static final String RESOURCE_PATH = "/public";

    private final Map<WireOperation, RpcOperation> described = new EnumMap<>(WireOperation.class);
    private final Map<String, RpcOperation> interim;

    RpcTable(Moshi moshi) {
        Map<WireOperation, RpcHandler> handlers = new EnumMap<>(WireOperation.class);
        putUserLevel(handlers, moshi);
        putReading(handlers, moshi);
        putChanging(handlers, moshi);
        putUploads(handlers, moshi);
        handlers.forEach((operation, handler) -> described.put(operation, RpcOperation.described(operation, handler)));
        interim = interim(moshi);
    }

    Optional<RpcOperation> find(String path, String queryType, String queryMethod) {
        Optional<WireOperation> operation = WireOperation.rpc(path, queryType, queryMethod);
        if (operation.isPresent()) {
            return Optional.ofNullable(described.get(operation.get()));
        }
        return path.equals(RESOURCE_PATH)
                ? Optional.ofNullable(interim.get(queryType + "/" + queryMethod))
                : Optional.empty();
    }

    private static Map<String, RpcOperation> interim(Moshi moshi) {
        InterimHandlers handlers = new InterimHandlers(moshi);
        return Map.of(
                "images/PUT", RpcOperation.interim("registerImages", handlers::registerImages),
                "singleimage/POST", RpcOperation.interim("createSingleImage", handlers::createSingleImage),
                "signeddicomsurl/GET", RpcOperation.interim("getSignedDicomUrls", handlers::dicomUrls),
                "dicomseries/POST", RpcOperation.interim("createDicomSeries", handlers::createDicomSeries));
    }

    private static void putUserLevel(Map<WireOperation, RpcHandler> handlers, Moshi moshi) {
        DatasetHandlers datasets = new DatasetHandlers(moshi);
        ApiKeyHandlers keys = new ApiKeyHandlers(moshi);
        handlers.put(WireOperation.CREATE_DATASET_RPC, datasets::create);
        handlers.put(WireOperation.LIST_DATASETS_RPC, datasets::list);
        handlers.put(WireOperation.CREATE_DATASET_API_KEY, keys::create);
        handlers.put(WireOperation.LIST_DATASET_API_KEYS, keys::list);
        handlers.put(WireOperation.GET_OR_CREATE_DATASET_API_KEY, keys::master);
        handlers.put(WireOperation.DESCRIBE_API_KEY, ApiKeyHandlers::describe);
        handlers.put(WireOperation.LIST_CLOUD_INTEGRATIONS_USER_RPC, MemberHandlers::cloudIntegrations);
        handlers.put(WireOperation.LIST_CLOUD_INTEGRATIONS_RPC, MemberHandlers::cloudIntegrations);
    }

    private static void putReading(Map<WireOperation, RpcHandler> handlers, Moshi moshi) {
        ListingHandlers listings = new ListingHandlers(moshi);
        RowHandlers rows = new RowHandlers(moshi);
        ProcessingHandlers processing = new ProcessingHandlers(moshi);
        handlers.put(WireOperation.GET_DATASET, listings::dataset);
        handlers.put(WireOperation.LIST_DATA_ROWS, listings::rows);
        handlers.put(WireOperation.GET_DATA_ROW, rows::find);
        handlers.put(WireOperation.RUN_OCR, processing::readTexts);
        handlers.put(WireOperation.START_RE_ENCODING, processing::startReEncoding);
        handlers.put(WireOperation.GET_RE_ENCODING, processing::reEncoding);
    }

    private static void putChanging(Map<WireOperation, RpcHandler> handlers, Moshi moshi) {
        RowHandlers rows = new RowHandlers(moshi);
        MemberHandlers members = new MemberHandlers(moshi);
        handlers.put(WireOperation.UPDATE_DATA_ROW, rows::update);
        handlers.put(WireOperation.RENAME_DATA, rows::rename);
        handlers.put(WireOperation.DELETE_DATA, ignored(rows::delete));
        handlers.put(WireOperation.LINK_ITEMS, rows::link);
        handlers.put(WireOperation.ADD_DATASET_USERS, members::addUsers);
    }

    private static void putUploads(Map<WireOperation, RpcHandler> handlers, Moshi moshi) {
        SignedUploadHandlers signed = new SignedUploadHandlers(moshi);
        ImageGroupHandlers groups = new ImageGroupHandlers(moshi);
        UploadJobHandlers jobs = new UploadJobHandlers(moshi);
        handlers.put(WireOperation.GET_SIGNED_VIDEO_URL, signed::videoUrl);
        handlers.put(WireOperation.GET_SIGNED_IMAGE_URLS, signed::imageUrls);
        handlers.put(WireOperation.REGISTER_VIDEO, signed::registerVideo);
        handlers.put(WireOperation.REGISTER_IMAGE, signed::registerImage);
        handlers.put(WireOperation.CREATE_IMAGE_GROUP, groups::create);
        handlers.put(WireOperation.DELETE_IMAGE_GROUP, ignored(groups::delete));
        handlers.put(WireOperation.ADD_PRIVATE_DATA, jobs::addAtOnce);
        handlers.put(WireOperation.START_UPLOAD_JOB, jobs::start);
        handlers.put(WireOperation.GET_UPLOAD_JOB, jobs::await);
    }

    private interface Action {
        void run(RpcCall call);
    }

    private static RpcHandler ignored(Action action) {
        return call -> {
            action.run(call);
            return null;
        };
    }
}
