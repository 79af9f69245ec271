package cn.diming.core.shop;

/** What a photo of a shop is for. */
public enum PhotoPurpose {
    /** The shop as one sees it from the street, with its sign. */
    FRONT("门面照"),
    GENERAL("照片"),
    /** 营业执照; staff and the merchant alone see it. */
    LICENCE("营业执照");

    private final String title;

    PhotoPurpose(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    public boolean isPublic() {
        return this != LICENCE;
    }
}
