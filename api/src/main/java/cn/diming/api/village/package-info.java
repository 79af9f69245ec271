/** Villages for everybody: the public page of a village, and the entries of 地名+ that officers write for it. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.village;
