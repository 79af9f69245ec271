package cn.diming.api.wmts;

/** A WMTS request that cannot be answered, in the words of OWS 1.1 (06-121r3, table 25). */
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final String locator;
    private final String text;

    /** @param locator the parameter that is to blame */
    Fault(String code, String locator, String message) {
        super(message);
        this.code = code;
        this.locator = locator;
        this.text = message;
    }

    static Fault missing(String parameter) {
        return new Fault("MissingParameterValue", parameter, "缺少参数 " + parameter + "。");
    }

    static Fault invalid(String parameter, String message) {
        return new Fault("InvalidParameterValue", parameter, message);
    }

    String xml() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ExceptionReport xmlns="http://www.opengis.net/ows/1.1" version="1.1.0" xml:lang="zh-CN">\
                <Exception exceptionCode="%s" locator="%s"><ExceptionText>%s</ExceptionText></Exception>\
                </ExceptionReport>
                """.formatted(code, Xml.text(locator), Xml.text(text));
    }
}
