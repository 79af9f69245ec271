/** Administration of accounts and API keys over HTTP. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.account;
