package org.minbar.web;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A door that may be knocked at twice by a caller who lost the answer: with the same {@code Idempotency-Key} it gives
 * the first answer again and makes nothing twice. The method takes records and text, and answers with a Response.
 */
@Documented
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OnceOnly {}
