/** The pages as people use them: in Chromium, against a running service with the demo county. */
@org.jspecify.annotations.NullMarked
package cn.diming.browser;
