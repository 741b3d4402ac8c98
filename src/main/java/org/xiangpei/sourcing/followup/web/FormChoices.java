package org.xiangpei.sourcing.followup.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

import org.xiangpei.shared.Coded;
import org.xiangpei.shared.Labels;
import org.xiangpei.sourcing.followup.Aspect;
import org.xiangpei.sourcing.followup.Extent;
import org.xiangpei.sourcing.followup.FollowedAward;
import org.xiangpei.sourcing.followup.Quality;
import org.xiangpei.sourcing.followup.Said;
import org.xiangpei.sourcing.followup.Said.Acceptance;
import org.xiangpei.sourcing.followup.Said.Delivery;
import org.xiangpei.sourcing.followup.Said.Rating;
import org.xiangpei.sourcing.followup.web.FollowUpView.AspectChoice;
import org.xiangpei.sourcing.followup.web.FollowUpView.Choices;
import org.xiangpei.sourcing.followup.web.FollowUpView.Option;

/** What the forms of statements offer, and begin with. */
final class FormChoices {

    private FormChoices() {}

    static Choices of(FollowedAward award, Typed typed, LocalDate today) {
        return new Choices(
                options(Extent.values(), typed.get("extent")),
                options(Quality.values(), typed.get("quality")),
                Arrays.stream(Aspect.values()).map(it -> aspect(it, typed)).toList(),
                award.decidedOn().toString(),
                today.toString());
    }

    private static List<Option> options(Coded[] of, String chosen) {
        return Arrays.stream(of)
                .map(it -> new Option(it.code(), Labels.of(it), it.code().equals(chosen)))
                .toList();
    }

    private static AspectChoice aspect(Aspect it, Typed typed) {
        String chosen = typed.get("points-" + it.code());
        return new AspectChoice(
                it.code(),
                Labels.of(it),
                IntStream.rangeClosed(1, Said.Score.BEST)
                        .mapToObj(String::valueOf)
                        .map(points -> new Option(points, points, points.equals(chosen)))
                        .toList(),
                typed.get("reason-" + it.code()));
    }

    /** The statement as its form has it. */
    static Typed said(Said said) {
        var fields = new HashMap<String, List<String>>();
        switch (said) {
            case Delivery it -> {
                fields.put("on", List.of(it.on().toString()));
                fields.put("extent", List.of(it.extent().code()));
                fields.put("note", List.of(it.note()));
            }
            case Acceptance it -> {
                fields.put("on", List.of(it.on().toString()));
                fields.put("quality", List.of(it.quality().code()));
                fields.put("note", List.of(it.note()));
            }
            case Rating it ->
                it.scores().forEach(score -> {
                    fields.put("points-" + score.aspect().code(), List.of(String.valueOf(score.points())));
                    fields.put("reason-" + score.aspect().code(), List.of(score.reason()));
                });
        }
        return new Typed("", fields, null);
    }
}
