package land.starkeorte.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Whoever calls a method of this type and ignores what it returns has made a mistake; Error Prone knows it by this name. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface CheckReturnValue {}
