package cn.diming.core.coverage;

/** How a finding can be mended. */
public enum RepairMethod {
    /** The uncovered ground goes to the area with the longest border along it. */
    FILL("并入邻接最长的一方"),
    /** The ground that two areas claim stays with the one that has the longer border along it; the other is cut back. */
    CUT("保留邻接较长的一方，另一方退让"),
    /** The first area's edge is drawn onto its neighbours' vertices and edges where it nearly meets them. */
    SNAP("边界吸附到邻区"),
    /** Vertices of the first area that lie closer together than the tolerance become one. */
    MERGE_VERTICES("合并过近的顶点");

    private final String title;

    RepairMethod(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
