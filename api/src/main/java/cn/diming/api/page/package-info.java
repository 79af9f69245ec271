/** The pages and their files: the map, the interface's documentation, libraries from webjars. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.page;
