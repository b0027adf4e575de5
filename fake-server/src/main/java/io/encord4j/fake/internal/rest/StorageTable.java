package io.encord4j.fake.internal.rest;

import com.squareup.moshi.Moshi;
import io.encord4j.fake.wire.api.WireOperation;
import java.util.Map;
import java.util.function.Consumer;

/** The operations of the storage, each with its handler. */
final class StorageTable {

    private final FolderHandlers folders;
    private final ItemHandlers items;
    private final FolderJobHandlers jobs;
    private final DataGroupHandlers groups;

    StorageTable(Moshi moshi) {
        this.folders = new FolderHandlers(moshi);
        this.items = new ItemHandlers(moshi);
        this.jobs = new FolderJobHandlers(moshi);
        this.groups = new DataGroupHandlers(moshi);
    }

    void addTo(Map<WireOperation, RestHandler> handlers) {
        handlers.put(WireOperation.CREATE_FOLDER, folders::create);
        handlers.put(WireOperation.GET_FOLDER, folders::get);
        handlers.put(WireOperation.LIST_FOLDERS, folders::listTop);
        handlers.put(WireOperation.SEARCH_FOLDERS, folders::search);
        handlers.put(WireOperation.LIST_SUBFOLDERS, folders::listSubfolders);
        handlers.put(WireOperation.UPDATE_FOLDER, folders::update);
        handlers.put(WireOperation.UPDATE_FOLDERS, folders::updateAll);
        handlers.put(WireOperation.MOVE_FOLDERS, ignored(folders::move));
        handlers.put(WireOperation.DELETE_FOLDER, ignored(folders::delete));
        handlers.put(WireOperation.GET_FOLDER_SUMMARY, folders::summary);
        handlers.put(WireOperation.LIST_FOLDER_GROUPS, folders::groups);
        handlers.put(WireOperation.ADD_FOLDER_GROUPS, ignored(folders::addGroups));
        handlers.put(WireOperation.REMOVE_FOLDER_GROUPS, ignored(folders::removeGroups));
        handlers.put(WireOperation.LIST_FOLDER_ITEMS, items::listInFolder);
        handlers.put(WireOperation.SEARCH_ITEMS, items::search);
        handlers.put(WireOperation.GET_ITEM, items::get);
        handlers.put(WireOperation.GET_ITEMS, items::getAll);
        handlers.put(WireOperation.UPDATE_ITEM, items::update);
        handlers.put(WireOperation.UPDATE_ITEMS, items::updateAll);
        handlers.put(WireOperation.GET_ITEM_SUMMARY, items::summary);
        handlers.put(WireOperation.LIST_CHILD_ITEMS, items::children);
        handlers.put(WireOperation.MOVE_ITEMS, ignored(items::move));
        handlers.put(WireOperation.DELETE_ITEMS, items::delete);
        handlers.put(WireOperation.GET_FOLDER_UPLOAD_URLS, jobs::uploadUrls);
        handlers.put(WireOperation.START_FOLDER_UPLOAD_JOB, jobs::start);
        handlers.put(WireOperation.GET_FOLDER_UPLOAD_JOB, jobs::poll);
        handlers.put(WireOperation.CANCEL_FOLDER_UPLOAD_JOB, jobs::cancel);
        handlers.put(WireOperation.RE_ENCODE_ITEMS, jobs::reEncode);
        handlers.put(WireOperation.GET_ITEM_RE_ENCODING, jobs::reEncodeState);
        handlers.put(WireOperation.START_FOLDER_SYNC, jobs::startSync);
        handlers.put(WireOperation.GET_FOLDER_SYNC, jobs::pollSync);
        handlers.put(WireOperation.CREATE_GROUP_ITEMS, groups::create);
        handlers.put(WireOperation.MIGRATE_ITEMS, ignored(jobs::migrate));
    }

    /** Results that clients ignore. */
    static RestHandler ignored(Consumer<RestCall> action) {
        return call -> {
            action.accept(call);
            return null;
        };
    }
}
