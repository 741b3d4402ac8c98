package org.xiangpei.matching.web;

/** The example of the API's description; a test sends it. */
final class MatchExample {

    static final String REQUEST = """
            {
              "lines": [
                {
                  "ref": "1",
                  "name": "乘客电梯",
                  "category": "elevator",
                  "quantity": 2,
                  "unit": "台",
                  "deliverTo": "430100",
                  "neededBy": "2027-03-01",
                  "criteria": [
                    {"property": "load_capacity", "operator": "at_least", "value": 1000, "unit": "kg"},
                    {"property": "rated_elevator_speed", "operator": "between", "value": 1, "valueMax": 2.5, "unit": "m/s"},
                    {"property": "machine_roomless", "operator": "is", "value": true, "mandatory": false},
                    {"operator": "conforms_to", "value": "GB/T 10058"},
                    {"operator": "holds", "value": "ISO 9001", "mandatory": false},
                    {"operator": "delivers_within", "value": 60, "mandatory": false},
                    {"operator": "price_at_most", "value": "300000", "unit": "元/台", "mandatory": false}
                  ]
                }
              ],
              "limit": 10
            }
            """;

    private MatchExample() {}
}
