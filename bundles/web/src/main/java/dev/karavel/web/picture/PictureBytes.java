package dev.karavel.web.picture;

import dev.karavel.api.render.Picture;
import dev.karavel.api.render.PictureFormat;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sends pictures, and where they are. */
final class PictureBytes {
    /** The content behind a digest is the same, its data may be newer in a while. */
    private static final String A_WHILE = "private, max-age=300";

    private static final String ASK_FIRST = "private, no-cache";

    private PictureBytes() {}

    static Response respond(Picture picture, String ifNoneMatch, boolean lasting) {
        String tag = "\"" + picture.etag() + "\"";
        if (ifNoneMatch != null && ifNoneMatch.contains(tag)) {
            return headers(Response.notModified(), tag, lasting).build();
        }
        Response.ResponseBuilder response =
                Response.ok(picture.bytes(), picture.format().mediaType());
        if (picture.format() == PictureFormat.SVG) {
            // an SVG that is opened by itself is a page: it shall be nothing but a picture
            response.header(
                    "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox");
        }
        return headers(response, tag, lasting).build();
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder response, String tag, boolean lasting) {
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, lasting ? A_WHILE : ASK_FIRST)
                .header(HttpHeaders.VARY, "Authorization, Cookie, Accept-Language");
    }

    /** To the address of what is there now. */
    static Response moved(UriInfo uri, String asked, String digest) {
        String path = uri.getRequestUri().toString().replace("/" + asked + "/", "/" + digest + "/");
        return Response.status(Response.Status.FOUND)
                .location(URI.create(path))
                .header(HttpHeaders.CACHE_CONTROL, ASK_FIRST)
                .build();
    }

    /** Superset's answer of a picture that was asked for ahead: here it is ready. */
    static Response ready(Picture picture, String kind, String page, String image) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("cache_key", picture.etag());
        body.put(kind + "_url", page);
        body.put("image_url", image);
        body.put("task_status", "Updated");
        return Response.accepted(body).build();
    }
}
