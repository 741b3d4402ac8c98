package org.xiangpei.recognition;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.xiangpei.shared.City;

/** People, days and cases for the rules. The firm is one of 长沙; it files on Monday, 2 November 2026. */
final class Cities {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Terms TERMS = new Terms(CalendarFile.shipped(), 10, 10, 3);
    static final LocalDate FILED = LocalDate.of(2026, 11, 2);

    private Cities() {}

    static Moment on(LocalDate day) {
        return new Moment(day.atTime(LocalTime.NOON).atZone(ZONE).toInstant(), day);
    }

    static Examiner of(City city) {
        return new Examiner(new Person(city.name(), city.label() + "审查员"), city, "U-" + city.name());
    }

    static Person author() {
        return new Person("author", "企业填报人");
    }

    static RecognitionCase draft() {
        return new RecognitionCase(
                "H20261102-AAAA-AAAA",
                new Applicant("U-FIRM", City.CHANGSHA),
                null,
                Statement.of("elevator"),
                author(),
                on(FILED).at());
    }

    static RecognitionCase filed() {
        RecognitionCase of = draft();
        of.file(author(), on(FILED), TERMS);
        return of;
    }

    /** The home city has accepted on the day of the filing. */
    static RecognitionCase circulated() {
        RecognitionCase of = filed();
        accept(of, City.CHANGSHA);
        return of;
    }

    static Verdict accept(RecognitionCase of, City city) {
        return of.answer(Opinion.accept(of.round()), of(city), on(FILED), TERMS);
    }

    static Verdict sendBack(RecognitionCase of, City city) {
        return of.answer(returned(of.round()), of(city), on(FILED), TERMS);
    }

    static Verdict object(RecognitionCase of, City city) {
        return of.answer(objection(of.round()), of(city), on(FILED), TERMS);
    }

    static Opinion returned(int round) {
        return new Opinion(
                Answer.RETURN, round, Set.of(VerdictReason.INCOMPLETE), List.of("standards"), "", Optional.empty());
    }

    static Opinion objection(int round) {
        return new Opinion(
                Answer.OBJECT, round, Set.of(VerdictReason.NOT_TRUE), List.of(), "实地核查不符。", Optional.empty());
    }
}
