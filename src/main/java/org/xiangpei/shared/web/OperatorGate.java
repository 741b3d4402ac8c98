package org.xiangpei.shared.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/** Lets a request to an {@link OperatorOnly} endpoint pass only with the configured bearer token (RFC 6750). */
@Provider
@OperatorOnly
@Priority(Priorities.AUTHENTICATION)
@SecurityScheme(
        securitySchemeName = OperatorOnly.SCHEME,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The token that the operator of the installation has configured")
class OperatorGate implements ContainerRequestFilter {

    private static final String SCHEME = "Bearer ";

    /** Filters are made before the configuration of the running process is there, so it is asked at each request. */
    private final Instance<OperatorConfig> config;

    OperatorGate(Instance<OperatorConfig> config) {
        this.config = config;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> token = config.get().token().map(String::strip).filter(set -> !set.isEmpty());
        if (token.isEmpty()) {
            refuse(
                    request,
                    "operator-not-set",
                    "本服务没有设置操作员令牌，因此不接受导入。请由管理员设置环境变量 XIANGPEI_OPERATOR_TOKEN（一串长的随机字符）后重新启动。");
        } else if (!proven(request.getHeaderString(HttpHeaders.AUTHORIZATION), token.get())) {
            refuse(request, "operator-unproven", "需要操作员令牌：请求头 Authorization 应为 Bearer 加令牌，令牌缺失或不正确。");
        }
    }

    /** Compares in constant time, so that answering times tell nothing of the token. */
    private static boolean proven(@Nullable String authorization, String token) {
        String header = Objects.requireNonNullElse(authorization, "");
        boolean bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String offered = bearer ? header.substring(SCHEME.length()).strip() : "";
        return MessageDigest.isEqual(offered.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(ContainerRequestContext request, String code, String detail) {
        Problem problem = Problem.of(code, detail, request.getUriInfo().getPath(), List.of());
        var response = Response.status(problem.status()).type(Problem.JSON).entity(problem);
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"operator\"");
        }
        request.abortWith(response.build());
    }
}
