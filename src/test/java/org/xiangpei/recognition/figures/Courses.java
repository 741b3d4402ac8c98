package org.xiangpei.recognition.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.xiangpei.fixtures.Sweep;

/**
 * Six filings of March 2019, years before any other of a test, with what became of them:
 *
 * <ul>
 *   <li>1, 株洲: filed on the 1st, accepted on the 3rd, by the other two on the 5th and 9th, recognised on the 20th;
 *   <li>2, 株洲: filed on the 2nd, returned on the 4th, filed anew on the 10th, accepted on the 11th, 长沙 objects on the 12th, 湘潭 accepts on
 *       the 15th, refused on the 20th;
 *   <li>3, 株洲: filed on the 5th, silent until the 19th;
 *   <li>4, 长沙: filed on the 6th, returned on the 7th for two reasons, withdrawn on the 12th; no other city may read it;
 *   <li>5, 长沙: filed on the 8th, accepted on the 10th, returned by 湘潭 on the 11th, and the firm has it still;
 *   <li>6, 株洲, a renewal: filed on the 10th, accepted on the 12th, by 湘潭 on the 13th, 长沙 silent until the 26th.
 * </ul>
 */
public final class Courses {

    private static final int SESSION = 9019;

    private Courses() {}

    public static String code(int number) {
        return "H20190301-2222-222" + number;
    }

    public static void happen() {
        var rows = new ArrayList<String>();
        rows.add(filing(1, "ZHUZHOU", "NEW", "RECOGNISED", 1, at(3), "null", "null"));
        rows.add(filing(2, "ZHUZHOU", "NEW", "REFUSED", 2, at(11), "null", "null"));
        rows.add(filing(3, "ZHUZHOU", "NEW", "ESCALATED", 1, at(20), "'2019-03-19'", "null"));
        rows.add(filing(4, "CHANGSHA", "NEW", "WITHDRAWN", 1, "null", "'2019-03-20'", at(12)));
        rows.add(filing(5, "CHANGSHA", "NEW", "RETURNED", 1, at(10), "'2019-03-24'", "null"));
        rows.add(filing(6, "ZHUZHOU", "RENEWAL", "ESCALATED", 1, at(12), "'2019-03-26'", "null"));
        rows.addAll(List.of(
                sent(1, 1, 1),
                sent(2, 1, 2),
                sent(2, 2, 10),
                sent(3, 1, 5),
                sent(4, 1, 6),
                sent(5, 1, 8),
                sent(6, 1, 10)));
        rows.addAll(List.of(
                said(1, 1, "ZHUZHOU", "ACCEPT", 3),
                said(1, 1, "CHANGSHA", "ACCEPT", 5),
                said(1, 1, "XIANGTAN", "ACCEPT", 9)));
        rows.addAll(List.of(
                said(2, 1, "ZHUZHOU", "RETURN", 4, "INCOMPLETE"),
                said(2, 2, "ZHUZHOU", "ACCEPT", 11),
                said(2, 2, "CHANGSHA", "OBJECT", 12, "NOT_TRUE"),
                said(2, 2, "XIANGTAN", "ACCEPT", 15)));
        rows.add(said(4, 1, "CHANGSHA", "RETURN", 7, "INCOMPLETE", "WRONG_CATEGORY"));
        rows.addAll(
                List.of(said(5, 1, "CHANGSHA", "ACCEPT", 10), said(5, 1, "XIANGTAN", "RETURN", 11, "CONTRADICTORY")));
        rows.addAll(List.of(said(6, 1, "ZHUZHOU", "ACCEPT", 12), said(6, 1, "XIANGTAN", "ACCEPT", 13)));
        rows.add(
                "insert into joint_session (number, host, held_on, place, state, validity_years, convened_by_login, convened_by_name,"
                        + " convened_at, closed_by_login, closed_by_name, closed_at) values (" + SESSION
                        + ", 'CHANGSHA', '2019-03-20', '长沙', 'CLOSED', 3, 'x', 'x', " + at(14) + ", 'x', 'x', " + at(20)
                        + ")");
        rows.add(decided(1, "RECOGNISE"));
        rows.add(decided(2, "REFUSE"));
        Sweep.run(rows);
    }

    public static void clean() {
        Sweep.run(Stream.of(
                        "recognition_verdict where case_code like 'H20190301-%'",
                        "recognition_filing where case_code like 'H20190301-%'",
                        "session_decision where session_number = " + SESSION,
                        "joint_session where number = " + SESSION,
                        "recognition_case where code like 'H20190301-%'")
                .map("delete from "::concat)
                .toList());
    }

    private static String at(int day) {
        return "timestamptz '2019-03-%02d 09:00:00+08'".formatted(day);
    }

    private static String filing(
            int number,
            String city,
            String kind,
            String state,
            int round,
            String shared,
            String due,
            String withdrawn) {
        String baseline = kind.equals("NEW") ? "null" : "'{}'";
        return "insert into recognition_case (code, organization_code, home_city, product_code, state, round, statement, authors, saved_at,"
                + " shared_at, former_due_on, withdrawn_at, kind, baseline) values ('" + code(number) + "', 'O001', '"
                + city + "', "
                + (kind.equals("NEW") ? "null" : "'P001'") + ", '" + state + "', " + round + ", '{}', '{x}', " + at(1)
                + ", " + shared
                + ", " + due + ", " + withdrawn + ", '" + kind + "', " + baseline + ")";
    }

    private static String sent(int number, int round, int day) {
        return "insert into recognition_filing (case_code, round, statement, filed_by_login, filed_by_name, filed_at) values ('"
                + code(number) + "', " + round + ", '{\"name\": \"第 " + number + " 台电梯\"}', 'x', 'x', " + at(day) + ")";
    }

    private static String said(int number, int round, String city, String answer, int day, String... reasons) {
        return "insert into recognition_verdict (case_code, round, city, answer, reasons, fields, given_by_login, given_by_name, given_at)"
                + " values ('" + code(number) + "', " + round + ", '" + city + "', '" + answer + "', '{"
                + String.join(",", reasons)
                + "}', '{}', 'x', 'x', " + at(day) + ")";
    }

    private static String decided(int number, String decision) {
        return "insert into session_decision (session_number, case_code, revision, decision, note, city, decided_by_login, decided_by_name,"
                + " decided_at) values (" + SESSION + ", '" + code(number) + "', 1, '" + decision
                + "', '会上决定', 'CHANGSHA', 'x', 'x', "
                + at(20) + ")";
    }
}
