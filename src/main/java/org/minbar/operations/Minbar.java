package org.minbar.operations;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Every door of the house hangs below the root: pages, the desk and the API. */
@ApplicationPath("/")
public class Minbar extends Application {}
