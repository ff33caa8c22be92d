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
}
