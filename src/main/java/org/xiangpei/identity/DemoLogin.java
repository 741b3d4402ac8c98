package org.xiangpei.identity;

/** An account of the demonstration, whose password is shown to everybody. */
public record DemoLogin(String login, String password, String role, String organization) {}
