package org.xiangpei.shared.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/** Only the operator of the installation may call this, who proves it with the configured token ({@link OperatorConfig}). */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OperatorOnly {

    /** The name of the security scheme in the OpenAPI document. */
    String SCHEME = "operatorToken";
}
