package io.xephang.notebooks;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;

/** Tells the kernel how tables, charts and sentences are shown; it finds this class by itself. */
public final class NotebookDisplays implements DisplayProvider {
  @Override
  public List<DisplayRenderer> getDisplayRenderers() {
    return List.of(
        new Renderer<>(ResultTable.class, "text/html", Html::of),
        new Renderer<>(Sentence.class, "text/html", Html::of),
        new Renderer<>(Picture.class, "image/png", Picture::png));
  }

  @Override
  public List<DisplayTransformer> getDisplayTransformers() {
    return List.of();
  }

  private record Renderer<T>(Class<T> type, String mimeType, Function<T, String> text)
      implements DisplayRenderer {
    @Override
    public Class<?> rendererClass() {
      return type;
    }

    @Override
    public boolean canRender(String asked) {
      // Without a wish the kernel asks for null.
      return asked == null || asked.equals(mimeType);
    }

    @Override
    public DisplayData render(String asked, Object shown) {
      DisplayData data = DisplayData.withType(mimeType, text.apply(type.cast(shown)));
      if (shown instanceof Picture picture) {
        data.putMetaData(mimeType, Map.of("width", picture.width(), "height", picture.height()));
      }
      return data;
    }
  }
}
