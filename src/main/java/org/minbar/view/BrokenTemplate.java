package org.minbar.view;

/** A page could not be printed because of its theme. The message names the file and the line. */
public final class BrokenTemplate extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient TemplateFault fault;

    BrokenTemplate(TemplateFault fault, Throwable cause) {
        super(fault.toString(), cause);
        this.fault = fault;
    }

    public TemplateFault fault() {
        return fault;
    }
}
