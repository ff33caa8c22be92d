package dev.karavel.render;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How pictures are made. */
@ObjectClassDefinition(name = "Karavel pictures")
@interface Settings {
    @AttributeDefinition(name = "Isolates: pictures drawn at once", min = "1", max = "16")
    int isolates() default 2;

    @AttributeDefinition(name = "Pictures that may wait beside those that are drawn", min = "1")
    int waiting() default 32;

    @AttributeDefinition(name = "Most seconds the script of one chart may take", min = "1")
    int script_seconds() default 5;

    @AttributeDefinition(name = "Most megabytes the script of one chart may take", min = "64", max = "512")
    int script_megabytes() default 160;

    @AttributeDefinition(name = "Most millions of pixels of a picture", min = "1")
    int megapixels() default 40;

    @AttributeDefinition(name = "How long a picture is kept, ISO-8601")
    String time_to_live() default "PT6H";

    @AttributeDefinition(name = "Most seconds the data of a picture may take", min = "1")
    int data_seconds() default 60;

    @AttributeDefinition(name = "Path of a Chromium; empty: charts that only draw in a page are tables")
    String browser() default "";

    @AttributeDefinition(name = "Have the browser draw all pictures, not only those that V8 cannot")
    boolean browser_always() default false;

    @AttributeDefinition(name = "The browser locks its own processes in; root and some containers cannot")
    boolean browser_sandbox() default true;

    @AttributeDefinition(name = "Pages photographed at once", min = "1", max = "16")
    int browser_pages() default 2;

    @AttributeDefinition(name = "Most seconds one page may take", min = "1")
    int browser_seconds() default 30;

    @AttributeDefinition(name = "Most megabytes the browser may take", min = "256")
    int browser_megabytes() default 1500;

    @AttributeDefinition(name = "The browser is ended when nobody needed it for so long, ISO-8601")
    String browser_idle() default "PT2M";

    @AttributeDefinition(name = "Folder of the browser's own files, emptied when it starts")
    String browser_profile() default "data/browser";

    @AttributeDefinition(name = "Where this server listens for the browser, host:port; empty: as the two below say")
    String server() default "";

    @AttributeDefinition(name = "Address the web server listens on")
    String server_host() default "127.0.0.1";

    @AttributeDefinition(name = "Port of the web server")
    int server_port() default 8088;
}
