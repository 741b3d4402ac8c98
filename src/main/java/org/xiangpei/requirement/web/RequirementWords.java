package org.xiangpei.requirement.web;

import java.util.Map;

/** Says what is wrong with a requirement for the people who fill in its form: the fields have names there, and a place needs no number. */
public final class RequirementWords {

    private static final Map<String, String> FIELDS = Map.of(
            "valueMax", "上限",
            "values", "选项",
            "value", "数值",
            "unit", "单位",
            "operator", "比较方式",
            "name", "名称",
            "quantity", "数量",
            "neededBy", "需要日期",
            "deliverTo", "交货地",
            "category", "品类");

    private RequirementWords() {}

    /** @param detail of a problem of {@link org.xiangpei.requirement.RequirementReader} */
    public static String forPeople(String detail) {
        String shown = detail.replaceFirst("^第 \\d+ 行[^：]*：", "");
        for (var field : FIELDS.entrySet()) {
            shown = shown.replaceAll("\\b" + field.getKey() + "\\b ?", field.getValue());
        }
        return shown;
    }
}
