package org.xiangpei.shared.web;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes every {@link WholeAnswer} as one piece of JSON. */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class WholeAnswerWriter implements ServerMessageBodyWriter<WholeAnswer> {

    private final ObjectWriter json;

    WholeAnswerWriter(ObjectMapper mapper) {
        this.json = mapper.writer();
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return WholeAnswer.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return WholeAnswer.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(WholeAnswer answer, Type genericType, ServerRequestContext context) throws IOException {
        context.serverResponse().end(json.writeValueAsBytes(answer));
    }

    @Override
    public void writeTo(
            WholeAnswer answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        stream.write(json.writeValueAsBytes(answer));
    }
}
