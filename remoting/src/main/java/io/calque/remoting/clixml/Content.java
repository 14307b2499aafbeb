package io.calque.remoting.clixml;

import java.util.List;

/** What an object holds besides its properties: a wrapped primitive, items, the entries of a dictionary, or another object (MS-PSRP 2.2.5.2). */
public sealed interface Content permits Primitive, Content.Items, Content.Dictionary, Content.Base {

    /**
     * Another object, which this one adds properties to. Windows PowerShell sends what it got from a provider so: the object of the provider
     * inside, the properties of the provider around it.
     *
     * @param object an {@link Obj} or a {@link Ref} to one
     */
    record Base(CliXml object) implements Content {}

    /** Items in order; a stack's first item is its top. */
    record Items(Shape shape, List<CliXml> items) implements Content {

        /** The element that holds the items. */
        public enum Shape {
            /** An array or list. */
            LST,
            /** Something that was only enumerable. */
            IE,
            /** A stack. */
            STK,
            /** A queue. */
            QUE
        }

        public Items {
            items = List.copyOf(items);
        }
    }

    /** Keys and values in the order they came; keys are any value and are not checked for being distinct. */
    record Dictionary(List<Entry> entries) implements Content {

        /** One key and its value. */
        public record Entry(CliXml key, CliXml value) {}

        public Dictionary {
            entries = List.copyOf(entries);
        }
    }
}
