package org.xiangpei.shared.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** An address of a page with its parameters, from which links that differ in one choice are made. Empty values are left out. */
public record Address(String path, List<Parameter> parameters) {

    public record Parameter(String name, String value) {
        String encoded() {
            return encode(name) + "=" + encode(value);
        }
    }

    public static Address of(String path) {
        return new Address(path, List.of());
    }

    /** This address with one more value of a parameter. */
    public Address and(String name, @Nullable Object value) {
        return value == null || value.toString().isEmpty()
                ? this
                : new Address(
                        path,
                        Stream.concat(parameters.stream(), Stream.of(new Parameter(name, value.toString())))
                                .toList());
    }

    public Address and(String name, Iterable<?> values) {
        Address address = this;
        for (Object value : values) {
            address = address.and(name, value);
        }
        return address;
    }

    /** This address with a parameter set to exactly one value, or removed when that is null. */
    public Address with(String name, @Nullable Object value) {
        return without(name).and(name, value);
    }

    public Address without(String name) {
        return keep(parameter -> !parameter.name().equals(name));
    }

    public Address without(String name, String value) {
        return keep(parameter -> !parameter.equals(new Parameter(name, value)));
    }

    private Address keep(Predicate<Parameter> kept) {
        return new Address(path, parameters.stream().filter(kept).toList());
    }

    /** The address as it stands in a link. */
    @Override
    public String toString() {
        return parameters.isEmpty()
                ? path
                : path + parameters.stream().map(Parameter::encoded).collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
