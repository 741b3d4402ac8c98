package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.FieldError;
import org.xiangpei.sourcing.award.Plan.Elsewhere;
import org.xiangpei.sourcing.award.Plan.LinePlan;
import org.xiangpei.sourcing.award.Plan.Part;

/**
 * What is wrong with a plan, all of it at once. Every line has an end; nobody gets more than was asked; and a reason stands where the offer is
 * not the best by the stated criteria, where the supplier no longer stands by it, and where it is less than the supplier sells.
 */
public final class PlanCheck {

    public static final int LONGEST_REASON = 500;
    public static final int LONGEST_NAME = 200;

    private static final int MOST_DECIMALS = 6;
    private static final BigDecimal DEAREST = new BigDecimal("99999999999999.99");

    private final LocalDate today;
    private final List<FieldError> faults = new ArrayList<>();

    private PlanCheck(LocalDate today) {
        this.today = today;
    }

    /** @return pointers {@code lines[3].reason}, where 3 is the number of the line */
    public static List<FieldError> faults(List<ComparedLine> lines, Plan plan, LocalDate today) {
        var check = new PlanCheck(today);
        check.strangers(lines, plan);
        lines.forEach(it -> check.line(it, plan.line(it.asked().number())));
        return List.copyOf(check.faults);
    }

    private void strangers(List<ComparedLine> lines, Plan plan) {
        var seen = new HashSet<Integer>();
        for (LinePlan line : plan.lines()) {
            if (lines.stream().noneMatch(it -> it.asked().number() == line.line())) {
                fault(line.line(), "parts", "询价里没有这一行");
            } else if (!seen.add(line.line())) {
                fault(line.line(), "parts", "这一行写了两次");
            }
        }
    }

    private void line(ComparedLine line, Optional<LinePlan> planned) {
        int number = line.asked().number();
        if (planned.isEmpty()) {
            fault(number, "parts", "还没有写明去向");
            return;
        }
        LinePlan plan = planned.get();
        parts(line, plan);
        rest(line.asked(), plan);
        reason(line, plan);
    }

    private void parts(ComparedLine line, LinePlan plan) {
        int number = line.asked().number();
        if (plan.parts().stream().map(Part::quotation).distinct().count()
                < plan.parts().size()) {
            fault(number, "parts", "同一份报价写了两次");
        }
        for (Part part : plan.parts()) {
            if (line.find(part.quotation()).isEmpty()) {
                fault(number, "parts", "所选供应商没有报这一行");
            }
            if (part.quantity().signum() <= 0 || decimals(part.quantity()) > MOST_DECIMALS) {
                fault(number, "parts", "数量应大于 0，最多 " + MOST_DECIMALS + " 位小数");
            }
        }
    }

    private void rest(Asked asked, LinePlan plan) {
        int number = asked.number();
        int compared = plan.quantity().compareTo(asked.quantity());
        boolean told = plan.elsewhere() != null || plan.notBought() != null;
        if (compared > 0) {
            fault(number, "parts", "合计 %s，超过询价数量 %s".formatted(plain(plan.quantity()), plain(asked.quantity())));
        } else if (compared == 0 && told) {
            fault(number, "rest", "全部数量已有成交供应商，不能再写另行采购或不采购");
        } else if (compared < 0 && !told) {
            fault(
                    number,
                    "rest",
                    "还有 %s 没有去向，请分给报价，或写明另行采购、不采购"
                            .formatted(plain(asked.quantity().subtract(plan.quantity()))));
        }
        if (plan.elsewhere() != null && plan.notBought() != null) {
            fault(number, "rest", "另行采购和不采购只能选一个");
        }
        text(number, "notBought", plan.notBought(), LONGEST_REASON);
        if (plan.elsewhere() != null) {
            faults(plan.elsewhere(), today).forEach(it -> fault(number, "elsewhere." + it.pointer(), it.detail()));
        }
    }

    /** What is wrong with a purchase beside an inquiry, or without one. */
    public static List<FieldError> faults(Elsewhere bought, LocalDate today) {
        var wrong = new ArrayList<FieldError>();
        if (bought.supplier().isBlank() || bought.supplier().length() > LONGEST_NAME) {
            wrong.add(new FieldError("supplier", "请写供应商名称，最多 " + LONGEST_NAME + " 字"));
        }
        BigDecimal amount = bought.amount();
        if (amount != null && (amount.signum() <= 0 || amount.compareTo(DEAREST) > 0 || decimals(amount) > 2)) {
            wrong.add(new FieldError("amount", "金额应大于 0，最多两位小数"));
        }
        if (bought.boughtOn().isAfter(today)) {
            wrong.add(new FieldError("boughtOn", "采购日期不能晚于今天"));
        }
        if (bought.note() != null && bought.note().length() > LONGEST_REASON) {
            wrong.add(new FieldError("note", "说明最多 " + LONGEST_REASON + " 字"));
        }
        return wrong;
    }

    private void reason(ComparedLine line, LinePlan plan) {
        int number = line.asked().number();
        List<String> why = wantsReason(line, plan, today);
        if (!why.isEmpty() && (plan.reason() == null || plan.reason().isBlank())) {
            fault(number, "reason", "请写明理由：" + String.join("；", why));
        }
        text(number, "reason", plan.reason(), LONGEST_REASON);
        if (plan.reason() != null && PriceWords.tellsPrice(plan.reason(), line)) {
            fault(number, "reason", "理由会给落选的供应商看，里面有某份报价的价格，请去掉数字");
        }
    }

    /** Why the parts of a line need a reason, in words; empty where they need none. */
    public static List<String> wantsReason(ComparedLine line, LinePlan plan, LocalDate today) {
        return plan.parts().stream()
                .flatMap(part -> line.find(part.quotation()).stream()
                        .flatMap(it -> wantsReason(line, it, part.quantity(), today)))
                .toList();
    }

    private static Stream<String> wantsReason(ComparedLine line, Scored it, BigDecimal quantity, LocalDate today) {
        String name = it.supplier();
        var why = new ArrayList<String>();
        if (!line.isBest(it, today)) {
            why.add(name + "按评审标准排第 " + it.rank() + "，不是最优");
        }
        if (it.standing() == Standing.DEVIATES) {
            why.add(name + "有必须满足的条款未满足");
        }
        if (it.offer().isExpired(today)) {
            why.add(name + "的报价已过有效期，还没有确认延期");
        }
        if (it.offer().isBelowMinimum(quantity)) {
            why.add(name + "的起订量多于成交数量");
        }
        return why.stream();
    }

    private void text(int line, String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            fault(line, field, "最多 " + longest + " 字");
        }
    }

    private void fault(int line, String field, String detail) {
        faults.add(new FieldError("lines[" + line + "]." + field, "第 " + line + " 行：" + detail));
    }

    private static int decimals(BigDecimal amount) {
        return amount.stripTrailingZeros().scale();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
