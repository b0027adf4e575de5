package io.encord4j.internal.http;

import io.encord4j.wire.api.WireCall;
import io.encord4j.wire.api.WireOperation;
import io.encord4j.wire.json.RpcValues;
import java.util.List;
import java.util.Map;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Query;
import retrofit2.http.Streaming;
import retrofit2.http.Url;

/** A few calls, with results so simple that the tests need no knowledge of the operations. */
interface TestApi {

    RpcValues<Void, Void> NOTHING = new RpcValues<>(null, null);

    @WireCall(WireOperation.GET_DATASET)
    @POST("public#dataset.get")
    Call<Map<String, Object>> getDataset(@Body RpcValues<Void, Void> values);

    @WireCall(WireOperation.LIST_DATA_ROWS)
    @POST("public#datarows.get")
    Call<List<Object>> listDataRows(@Body RpcValues<Void, Void> values);

    @WireCall(WireOperation.LIST_DATA_ROWS)
    @Streaming
    @POST("public#datarows.get")
    Call<ResponseBody> listDataRowsRaw(@Body RpcValues<Void, Void> values);

    @WireCall(WireOperation.DELETE_DATA)
    @POST("public#video.delete")
    Call<Void> deleteData(@Body RpcValues<List<String>, Void> values);

    @WireCall(WireOperation.LINK_ITEMS)
    @POST("public#datasetlinkitems.post")
    Call<List<Object>> linkItems(@Body RpcValues<Void, Map<String, Object>> values);

    @WireCall(WireOperation.CREATE_IMAGE_GROUP)
    @POST("public#imagegroup.post")
    Call<List<Object>> createImageGroup(@Body RpcValues<Void, Void> values);

    @WireCall(WireOperation.START_RE_ENCODING)
    @POST("public#reencodevideotask.put")
    Call<Integer> startReEncoding(@Body RpcValues<List<String>, Void> values);

    @WireCall(WireOperation.CREATE_DATASET_RPC)
    @POST("public/user#dataset.post")
    Call<Map<String, Object>> createDatasetRpc(@Body RpcValues<Void, Map<String, Object>> values);

    @WireCall(WireOperation.CREATE_DATASET)
    @POST("v2/public/datasets")
    Call<Map<String, Object>> createDataset(@Body Map<String, Object> request);

    @WireCall(WireOperation.LIST_DATASETS)
    @GET("v2/public/datasets/list")
    Call<Map<String, Object>> listDatasets(@Query("titleLike") String titleLike, @Query("org") Boolean org);

    @WireCall(WireOperation.ADD_DATASET_GROUPS)
    @POST("v2/public/datasets/x/groups")
    Call<Void> addDatasetGroups(@Body Map<String, Object> request);

    @WireCall(WireOperation.REMOVE_DATASET_GROUPS)
    @DELETE("v2/public/datasets/x/groups")
    Call<Void> removeDatasetGroups(@Query("groupHashList") List<String> groups);

    @WireCall(WireOperation.PUT_OBJECT)
    @PUT
    Call<Void> putObject(@Url String signedUrl, @Body RequestBody bytes);

    @WireCall(WireOperation.GET_OBJECT)
    @Streaming
    @GET
    Call<ResponseBody> getObject(@Url String signedUrl);
}
