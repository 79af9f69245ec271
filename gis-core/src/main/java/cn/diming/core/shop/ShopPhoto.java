package cn.diming.core.shop;

import cn.diming.core.media.MediaItem;

/** A photo of a filing. */
public record ShopPhoto(MediaItem item, PhotoPurpose purpose) {}
