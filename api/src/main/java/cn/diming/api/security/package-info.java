/** Who is asking: sessions, API keys, protection against forged requests, single sign-on. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.security;
