package org.xiangpei.search.web;

/** The example of the API's description; a test asks for it. */
final class ReasonExample {

    /** P130 for 客梯 GB/T 7588. */
    static final String CUSTOMER_LIFT = """
            [
              {"kind": "synonym", "typed": "客梯", "found": "乘客电梯", "fields": ["name", "category"]},
              {"kind": "word", "typed": "gb/t", "found": "GB/T 7588.1", "fields": ["details"]},
              {"kind": "word", "typed": "7588", "found": "GB/T 7588.1", "fields": ["details"]}
            ]
            """;

    private ReasonExample() {}
}
