package org.xiangpei.search.meaning;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import org.xiangpei.search.SentenceVector;

/**
 * The model BAAI bge-small-zh-v1.5 (quantized, MIT licence), out of a jar, in the ONNX runtime. Safe for threads.
 *
 * <p>The settings are those that take the least memory (ADR 0062): the model is read from a file, not from an array, and the runtime
 * keeps no pool of memory and no threads of its own.
 */
final class BgeSmallZh implements AutoCloseable {

    private static final String FILE = "bge-small-zh-v1.5-q";

    /** About as many characters; the time grows with them, and what a sentence is about is said by then. */
    private static final int MOST_PIECES = 128;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;

    private BgeSmallZh(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /** Takes about half a second. A runtime that does not work on this machine throws an {@link Error} of linking, or anything else. */
    static BgeSmallZh load() throws IOException, OrtException {
        WordPieces pieces;
        try (InputStream json = resource(FILE + "-tokenizer.json")) {
            pieces = WordPieces.read(json);
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        return new BgeSmallZh(environment, open(environment), pieces);
    }

    /** A direction of any length; the same sentence always has the same. */
    float[] direction(String sentence) throws OrtException {
        long[] numbers = pieces.of(sentence, MOST_PIECES);
        var all = new long[numbers.length];
        Arrays.fill(all, 1);
        try (OnnxTensor input = tensor(numbers);
                OnnxTensor mask = tensor(all);
                OnnxTensor types = tensor(new long[numbers.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            // One row of numbers for each piece: the first, of the mark of the beginning, is that of the sentence.
            var direction = new float[SentenceVector.DIMENSIONS];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(direction);
            return direction;
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }

    private OnnxTensor tensor(long[] numbers) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
    }

    private static OrtSession open(OrtEnvironment environment) throws IOException, OrtException {
        Path file = Files.createTempFile("xiangpei", ".onnx");
        try (InputStream model = resource(FILE + ".onnx");
                var options = new OrtSession.SessionOptions()) {
            Files.copy(model, file, StandardCopyOption.REPLACE_EXISTING);
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            return environment.createSession(file.toString(), options);
        } finally {
            Files.delete(file);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream resource = BgeSmallZh.class.getResourceAsStream("/" + name);
        if (resource == null) {
            throw new FileNotFoundException(name);
        }
        return resource;
    }
}
