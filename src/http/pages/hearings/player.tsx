import type { Recording } from '../../../hearings/recording.ts';

/** Sound, with its waveform where script draws one. */
export function Player({ recording }: { recording: Recording }) {
  return (
    <div class="player" data-player>
      {/* biome-ignore lint/a11y/useMediaCaption: the text stands below, in step */}
      <audio controls preload="metadata" src={`/recordings/${recording.id}/media`} data-audio />
      <span class="row small" data-scripted hidden>
        <label>
          速度 <output data-rate>1.0</output>
          <input type="range" min={0.5} max={3} step={0.1} value={1} data-rate-input aria-label="播放速度" />
        </label>
        <label>
          <input type="checkbox" data-follow checked /> 跟随播放
        </label>
      </span>
      <canvas data-overview height={28} aria-label="全程波形，点击跳到该处" role="img" hidden />
      <canvas data-wave height={72} aria-label="播放处前后的波形" role="img" hidden />
      <p class="small soft" data-wave-words hidden />
    </div>
  );
}
