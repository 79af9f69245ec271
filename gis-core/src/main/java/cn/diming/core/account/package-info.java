/** Who may sign in: accounts, their passwords and their API keys. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.account;
