package org.xiangpei.following.web;

import java.net.URI;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.xiangpei.following.SavedQuestions;
import org.xiangpei.following.SearchQuestion;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.identity.NoticeFrequency;
import org.xiangpei.search.Facet;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Choices;

/** Saving a search from its results, and changing that on the page of what one follows. */
@Path("/following/questions")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.USE_OWN_ACCOUNT)
class SavedQuestionPages {

    private static final URI LIST = URI.create("/following#questions");
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_VALUES = 100;

    private final SavedQuestions questions;
    private final CurrentActor current;

    SavedQuestionPages(SavedQuestions questions, CurrentActor current) {
        this.questions = questions;
        this.current = current;
    }

    /**
     * The fields are the parameters of the search, with the {@code name} it gets and the {@code frequency}.
     *
     * @throws RuleViolation {@code questions-too-many}, {@code question-too-wide}, {@code bad-request}
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(MultivaluedMap<String, String> sent) {
        SearchQuestion question = new SearchQuestion(text(sent), selected(sent));
        questions.save(
                current.get(),
                question,
                Objects.requireNonNullElse(sent.getFirst("name"), ""),
                address(question),
                frequency(sent.getFirst("frequency")));
        return Response.seeOther(LIST).build();
    }

    /**
     * A requirement of the own organisation, listed with the searches from then on.
     *
     * @throws RuleViolation {@code questions-too-many}
     */
    @POST
    @Path("requirements")
    @Needs(Action.KEEP_REQUIREMENTS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response saveRequirement(@RestForm @DefaultValue("") String code, @RestForm @Nullable String frequency) {
        questions.save(current.get(), code, frequency(frequency));
        return Response.seeOther(LIST).build();
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response choose(@RestPath long id, @RestForm @Nullable String frequency) {
        questions.choose(current.get(), id, frequency(frequency));
        return Response.seeOther(LIST).build();
    }

    @POST
    @Path("{id}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response remove(@RestPath long id) {
        questions.remove(current.get(), id);
        return Response.seeOther(LIST).build();
    }

    private static NoticeFrequency frequency(@Nullable String code) {
        return Choices.choice(NoticeFrequency.class, "frequency", code).orElse(NoticeFrequency.AT_ONCE);
    }

    private static String text(MultivaluedMap<String, String> sent) {
        String text = Objects.requireNonNullElse(sent.getFirst("q"), "").strip();
        if (text.length() > LONGEST_TEXT) {
            throw new RuleViolation("bad-request", "搜索词最长 " + LONGEST_TEXT + " 个字。");
        }
        return text;
    }

    private static Map<Facet, Set<String>> selected(MultivaluedMap<String, String> sent) {
        var selected = new EnumMap<Facet, Set<String>>(Facet.class);
        for (Facet facet : Facet.values()) {
            var values = new LinkedHashSet<String>();
            sent.getOrDefault(facet.code(), List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .limit(MOST_VALUES)
                    .forEach(values::add);
            if (!values.isEmpty()) {
                selected.put(facet, values);
            }
        }
        return selected;
    }

    private static String address(SearchQuestion question) {
        Address address = Address.of("/products").and("q", question.text());
        for (var chosen : question.selected().entrySet()) {
            address = address.and(chosen.getKey().code(), chosen.getValue());
        }
        return address.toString();
    }
}
