// In place of event streams, over HTTP and over WebSockets: no operation that we call answers with one, or sends one.
const missing = () => {
  throw new Error('This bundle knows no event streams');
};

/** A client whose service has such operations prepares for them when it is made. */
const unprepared = (config) => config;

export {
  missing as EventStreamSerde,
  missing as eventStreamPayloadHandlerProvider,
  missing as eventStreamSerdeProvider,
  missing as getEventStreamPlugin,
  missing as getWebSocketPlugin,
  unprepared as resolveEventStreamConfig,
  unprepared as resolveEventStreamSerdeConfig,
  unprepared as resolveWebSocketConfig,
};
