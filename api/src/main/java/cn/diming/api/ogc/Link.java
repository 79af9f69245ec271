package cn.diming.api.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A link of a document. */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
record Link(String href, String rel, String type, String title, boolean templated) {

    static final String OGC = "http://www.opengis.net/def/rel/ogc/1.0/";

    Link(String href, String rel, String type, String title) {
        this(href, rel, type, title, false);
    }
}
