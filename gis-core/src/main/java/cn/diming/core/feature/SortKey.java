package cn.diming.core.feature;

import cn.diming.core.cql.Queryable;

/** One property by which features are sorted; those without a value come last either way. */
public record SortKey(Queryable property, boolean descending) {

    public SortKey {
        if (property.type() == Queryable.Type.GEOMETRY) {
            throw new IllegalArgumentException("不能按几何排序");
        }
    }
}
