package io.encord4j.fake.internal.rest;

import io.encord4j.fake.internal.platform.PageRequest;
import io.encord4j.fake.internal.platform.RefusedException;

/** The parameters that all lists in pages have in common. */
final class Lists {

    private static final int PAGE_SIZE = 100;

    private Lists() {}

    /** The page that is asked for; its list is the path with all parameters that are no matter of pages. */
    static PageRequest page(RestCall call) {
        QueryParameters query = call.query();
        String order = query.text("order");
        if (order != null && !order.equals("name") && !order.equals("createdAt")) {
            throw RefusedException.invalid("order must be name or createdAt.");
        }
        return new PageRequest(
                call.path() + query.without("pageToken", "pageSize", "signUrls"),
                "createdAt".equals(order),
                query.flag("desc"),
                query.integer("pageSize", PAGE_SIZE),
                query.text("pageToken"));
    }
}
