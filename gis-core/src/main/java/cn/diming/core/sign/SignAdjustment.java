package cn.diming.core.sign;

import cn.diming.core.geo.LonLat;

/** What a person changed in a proposed plan. Posts are named by the key the proposal gave them. */
public sealed interface SignAdjustment {

    /** No post there. */
    record Drop(String key) implements SignAdjustment {}

    /** The post stands elsewhere, EPSG:4490. */
    record Move(String key, LonLat position) implements SignAdjustment {}

    /** The post is fixed otherwise, by the title of one of the profile's mountings. */
    record Mount(String key, String mounting) implements SignAdjustment {}

    /** One more sign for a street, EPSG:4490. */
    record Add(long streetId, LonLat position) implements SignAdjustment {}
}
