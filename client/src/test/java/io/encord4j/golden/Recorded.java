package io.encord4j.golden;

import mockwebserver3.RecordedRequest;

/** A request of ours, with the address of the server taken for the one of the golden data. */
record Recorded(RecordedRequest request, String base) {
    String method() {
        return request.getMethod();
    }

    String path() {
        return request.getTarget();
    }

    String header(String name) {
        return request.getHeaders().get(name);
    }

    byte[] bytes() {
        return request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
    }

    Object body() {
        String text = request.getBody() == null ? "" : request.getBody().utf8();
        return text.isEmpty() ? null : GoldenLine.parse(text.replace(base, GoldenLine.BASE));
    }
}
