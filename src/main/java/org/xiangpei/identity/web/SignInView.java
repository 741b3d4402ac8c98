package org.xiangpei.identity.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.DemoLogin;

/**
 * The sign-in form.
 *
 * @param login as it was typed
 * @param next where to go afterwards
 * @param fault why the last try failed
 * @param elsewhere whether an identity provider can be used instead
 * @param demo who can be tried in a demonstration; empty otherwise
 */
record SignInView(String login, String next, @Nullable String fault, boolean elsewhere, List<DemoLogin> demo) {}
