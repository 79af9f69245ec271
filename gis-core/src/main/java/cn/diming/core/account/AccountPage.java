package cn.diming.core.account;

import java.util.List;

/** Some of the accounts, and how many there are in all. */
public record AccountPage(List<Account> items, long total) {}
