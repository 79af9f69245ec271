/** The interface of Photon 1.2, so that its clients need not be changed. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.photon;
