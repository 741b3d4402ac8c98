package org.xiangpei.identity.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;

/**
 * One method of one address that the application answers.
 *
 * @param path with its parameters in braces
 * @param consumes what it takes in; empty when that does not matter
 * @param action what it declares; empty when it forgot
 */
public record Route(String method, String path, Optional<MediaType> consumes, Optional<Action> action) {

    private static final List<Route> ALL = read();

    /** Every method of every resource and page. */
    public static List<Route> all() {
        return ALL;
    }

    private static List<Route> read() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.xiangpei").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .flatMap(java -> httpMethod(java).map(http -> of(http, java)).stream())
                        .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                        .toList();
    }

    /** Method and address of every route of the application that runs, as the framework itself knows them. */
    static Set<String> running() {
        Set<String> running = new TreeSet<>();
        RuntimeResourceVisitor.visitRuntimeResources(
                "/", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        running.add(method + " " + plain(path));
                    }
                });
        return running;
    }

    /** The address with codes that nothing has; a parameter may say in braces of its own how it looks. */
    public String address() {
        return path.replaceAll("\\{([^{}]|\\{[^{}]*})*}", "404404");
    }

    public boolean changes() {
        return !method.equals("GET");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Route of(String http, Method java) {
        Class<?> type = java.getDeclaringClass();
        return new Route(
                http,
                plain(pathOf(type) + "/" + pathOf(java)),
                found(Consumes.class, java, type).map(it -> MediaType.valueOf(it.value()[0])),
                found(Needs.class, java, type).map(Needs::value));
    }

    private static Optional<String> httpMethod(Method java) {
        return Stream.of(java.getAnnotations())
                .flatMap(it -> Optional.ofNullable(it.annotationType().getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    private static <A extends Annotation> Optional<A> found(Class<A> annotation, AnnotatedElement... places) {
        return Stream.of(places)
                .flatMap(it -> Optional.ofNullable(it.getAnnotation(annotation)).stream())
                .findFirst();
    }

    private static String pathOf(AnnotatedElement place) {
        return found(Path.class, place).map(Path::value).orElse("");
    }

    private static String plain(String path) {
        String one = ("/" + path).replaceAll("/+", "/");
        return one.length() > 1 && one.endsWith("/") ? one.substring(0, one.length() - 1) : one;
    }
}
