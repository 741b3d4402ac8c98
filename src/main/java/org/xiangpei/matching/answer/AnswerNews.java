package org.xiangpei.matching.answer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.identity.Role;
import org.xiangpei.matching.Answered;
import org.xiangpei.matching.Answered.Supplier;
import org.xiangpei.matching.Coverage;
import org.xiangpei.matching.Verdict;
import org.xiangpei.matching.answer.KeptAnswers.Due;
import org.xiangpei.requirement.Requirement;

/**
 * Tells buyers when a product changes the answer of a line of theirs that is open, once for a line and a product: that it qualifies now,
 * or that it was the last that did. What a buyer changed in a line is no news to them.
 */
@ApplicationScoped
class AnswerNews {

    private static final int NAMED = 4;

    private final KeptAnswers answers;
    private final Notices notices;
    private final ProductProfiles products;
    private final Clock clock;

    AnswerNews(KeptAnswers answers, Notices notices, ProductProfiles products, Clock clock) {
        this.answers = answers;
        this.notices = notices;
        this.products = products;
        this.clock = clock;
    }

    private record Item(int line, String product) {}

    /** @param due lines of that requirement which were matched, with what was qualified before */
    void tell(Requirement of, List<Due> due, Map<Place, Answered> found) {
        if (!of.state().isOpen()) {
            return;
        }
        var gained = new ArrayList<Item>();
        var lost = new ArrayList<Item>();
        for (Due line : due) {
            Answered now = Objects.requireNonNull(found.get(line.place()));
            if (now.coverage() == Coverage.FOUND) {
                continue;
            }
            line.before().ifPresent(before -> {
                compare(line.place(), qualified(now), before.qualified(), AnswerChange.GAINED, gained);
                if (now.coverage() != Coverage.QUALIFIED) {
                    compare(line.place(), before.qualified(), qualified(now), AnswerChange.LOST, lost);
                }
            });
        }
        if (!gained.isEmpty()) {
            notice(of, "需求“" + of.title() + "”有新的合格产品", text(gained, "符合全部必须条款"), "?show=gained");
        }
        if (!lost.isEmpty()) {
            notice(of, "需求“" + of.title() + "”有的行不再有合格产品", text(lost, "不再合格"), "?show=lost");
        }
    }

    private void compare(Place place, List<String> these, List<String> others, AnswerChange kind, List<Item> into) {
        these.stream()
                .filter(product -> !others.contains(product))
                .filter(product -> answers.note(place, product, kind, clock.instant()))
                .forEach(product -> into.add(new Item(place.number(), product)));
    }

    private static List<String> qualified(Answered answered) {
        return answered.suppliers().stream()
                .filter(it -> it.verdict() == Verdict.QUALIFIED)
                .map(Supplier::product)
                .toList();
    }

    private String text(List<Item> items, String what) {
        List<Item> named = items.stream().limit(NAMED).toList();
        Map<String, String> names = products
                .list(named.stream().map(Item::product).toList())
                .stream()
                .collect(Collectors.toMap(
                        it -> it.code(),
                        it -> it.product().name() + "（" + it.firm().details().shortName() + "）"));
        String list = named.stream()
                .map(it -> "第 " + it.line() + " 行：" + names.getOrDefault(it.product(), it.product()) + what)
                .collect(Collectors.joining("；"));
        return Stream.of(list, items.size() > NAMED ? "等 " + items.size() + " 处" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("；", "", "。"));
    }

    private void notice(Requirement of, String title, String text, String filter) {
        notices.tell(
                Audience.organization(of.organization(), Role.BUYER),
                new Notice(
                        NoticeKind.REQUIREMENT_ANSWERED,
                        "requirement",
                        of.code(),
                        title,
                        text,
                        "/requirements/" + of.code() + "/answers" + filter));
    }
}
