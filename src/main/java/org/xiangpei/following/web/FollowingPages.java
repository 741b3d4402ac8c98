package org.xiangpei.following.web;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.xiangpei.following.Following;
import org.xiangpei.following.Following.Followed;
import org.xiangpei.following.SavedQuestion;
import org.xiangpei.following.SavedQuestions;
import org.xiangpei.following.Target;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.identity.NoticeFrequency;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;

/** What one follows (我关注的). */
@Path(FollowingPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Needs(Action.USE_OWN_ACCOUNT)
class FollowingPages {

    static final String PATH = "/following";

    private static final int ALL = 300;

    record Row(
            String kind,
            String kindCode,
            String code,
            String name,
            String href,
            String since,
            @Nullable String changedAt,
            String change) {

        static Row of(Followed it, ZoneId zone) {
            return new Row(
                    Labels.of("followed", it.target().kind().code()),
                    it.target().kind().code(),
                    it.target().code(),
                    it.name(),
                    it.target().path(),
                    Moments.minute(it.since(), zone),
                    it.change().map(change -> Moments.minute(change.at(), zone)).orElse(null),
                    it.change().map(Following.Change::text).orElse("没有变化"));
        }
    }

    /** A search or a requirement that is saved, with the frequencies to choose from. */
    record QuestionRow(
            long id,
            String kind,
            String name,
            String href,
            String since,
            List<FrequencyChoice> frequencies,
            @Nullable String newsAt,
            String news) {

        static QuestionRow of(SavedQuestion it, ZoneId zone) {
            return new QuestionRow(
                    it.id(),
                    Labels.of("savedQuestionKind", it.kind().code()),
                    it.name(),
                    it.address(),
                    Moments.minute(it.since(), zone),
                    Stream.of(NoticeFrequency.values())
                            .map(frequency -> new FrequencyChoice(
                                    frequency.code(), Labels.of(frequency), frequency == it.frequency()))
                            .toList(),
                    it.news().map(news -> Moments.minute(news.at(), zone)).orElse(null),
                    it.news().map(SavedQuestion.News::text).orElse("保存以来没有新产品"));
        }
    }

    record FrequencyChoice(String code, String label, boolean chosen) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance following(List<Row> rows, List<QuestionRow> questions);
    }

    private final Following following;
    private final SavedQuestions questions;
    private final CurrentActor current;
    private final Clock clock;

    FollowingPages(Following following, SavedQuestions questions, CurrentActor current, Clock clock) {
        this.following = following;
        this.questions = questions;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance following() {
        return Templates.following(
                following.list(current.get(), ALL).stream()
                        .map(it -> Row.of(it, clock.getZone()))
                        .toList(),
                questions.list(current.get(), ALL).stream()
                        .map(it -> QuestionRow.of(it, clock.getZone()))
                        .toList());
    }

    /**
     * @throws NotFound for what is not in the catalogue
     * @throws RuleViolation {@code follows-too-many}
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response follow(@RestForm @Nullable String kind, @RestForm @DefaultValue("") String code) {
        Target target = target(kind, code);
        following.follow(current.get(), target);
        return Response.seeOther(URI.create(target.path())).build();
    }

    /** @param list whether it was asked for on the list of all */
    @POST
    @Path("remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response unfollow(
            @RestForm @Nullable String kind, @RestForm @DefaultValue("") String code, @RestForm boolean list) {
        Target target = target(kind, code);
        following.unfollow(current.get(), target);
        return Response.seeOther(URI.create(list ? PATH : target.path())).build();
    }

    /** @throws RuleViolation {@code bad-request} for what is no code of the catalogue, so that it cannot lead elsewhere */
    private static Target target(@Nullable String kind, String code) {
        if (!code.matches("[A-Za-z0-9_-]{1,40}")) {
            throw new RuleViolation("bad-request", "code 应是产品或企业的编码");
        }
        return new Target(
                Choices.choice(Target.Kind.class, "kind", kind)
                        .orElseThrow(() -> new RuleViolation("bad-request", "kind 应是 product 或 firm")),
                code);
    }
}
