package cn.diming.core.document;

/** A template or the layout file cannot be used; says in Chinese where and why. */
public final class TemplateFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param line counted from 1; 0 = the file as a whole */
    TemplateFault(String file, int line, String fault) {
        super("文书模板 " + file + (line > 0 ? " 第 " + line + " 行" : "") + "：" + fault);
    }
}
