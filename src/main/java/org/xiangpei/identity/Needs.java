package org.xiangpei.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a page or endpoint lets its caller do. On a method, or on a class for all its methods; one without either is refused to all. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {
    /** The name of the security scheme in the OpenAPI document. */
    String SCHEME = "accessToken";

    Action value();

    /** The steps of the sign-in that are done here. Who has another one to do first is led to that; none where it does not matter. */
    Due[] steps() default {};
}
